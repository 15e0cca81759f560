const choose = language => {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.querySelectorAll('[data-zh]').forEach(part => { part.textContent = part.dataset[language]; });
  for (const id of ['zh', 'en']) document.getElementById(id).setAttribute('aria-pressed', String(id === language));
};
document.querySelectorAll('.here').forEach(place => { place.textContent = location.origin; });
document.getElementById('zh').addEventListener('click', () => choose('zh'));
document.getElementById('en').addEventListener('click', () => choose('en'));
fetch('/personas.json').then(answer => answer.ok ? answer.json() : []).then(personas => {
  const list = document.getElementById('personas');
  for (const { name, chinese, english } of personas) {
    const term = document.createElement('dt');
    term.textContent = name;
    const words = document.createElement('dd');
    words.dataset.zh = chinese;
    words.dataset.en = english;
    list.append(term, words);
  }
  document.getElementById('people').hidden = personas.length === 0;
}).finally(() => choose(navigator.language.startsWith('en') ? 'en' : 'zh'));
