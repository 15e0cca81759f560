let language = navigator.language.startsWith('en') ? 'en' : 'zh';
const speak = () => {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.querySelectorAll('[data-zh]').forEach(part => { part.textContent = part.dataset[language]; });
  for (const id of ['zh', 'en']) document.getElementById(id).setAttribute('aria-pressed', String(id === language));
};
document.querySelectorAll('.here').forEach(place => { place.textContent = location.origin; });
for (const id of ['zh', 'en']) {
  document.getElementById(id).addEventListener('click', () => { language = id; speak(); });
}
speak();
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
  speak();
});
