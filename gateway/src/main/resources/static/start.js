const LANGUAGES = { zh: 'zh-CN', en: 'en' };
let language = kept() ?? (navigator.language.startsWith('en') ? 'en' : 'zh');

function kept() {
  try { return localStorage.getItem('language'); } catch { return null; } // storage may be forbidden
}

function speak() {
  document.documentElement.lang = LANGUAGES[language];
  document.querySelectorAll('[data-zh]').forEach(part => { part.textContent = part.dataset[language]; });
  for (const id of Object.keys(LANGUAGES)) document.getElementById(id).setAttribute('aria-pressed', String(id === language));
}

function choose(id) {
  language = id;
  try { localStorage.setItem('language', id); } catch { /* then it is asked again next time */ }
  speak();
}

function words(tag, zh, en) {
  const part = document.createElement(tag);
  part.dataset.zh = zh;
  part.dataset.en = en;
  return part;
}

function persona({ name, chinese, english }) {
  const item = document.createElement('li');
  const command = document.createElement('code');
  command.textContent = `./run token ${name}`;
  item.append(words('span', chinese, english), command);
  if (navigator.clipboard) {
    const copy = words('button', '复制', 'Copy');
    copy.type = 'button';
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(command.textContent);
      document.getElementById('copied').textContent = (language === 'en' ? 'Copied: ' : '已复制：') + command.textContent;
    });
    item.append(copy);
  }
  return item;
}

document.querySelectorAll('.here').forEach(place => { place.textContent = location.origin; });
for (const id of Object.keys(LANGUAGES)) document.getElementById(id).addEventListener('click', () => choose(id));
speak();
// Where health is not for the outside there is no such page.
fetch('/actuator/health').then(answer => { document.getElementById('health').hidden = answer.status === 404; });
fetch('/development.json').then(answer => answer.ok ? answer.json() : { personas: [], channels: '' }).then(({ personas, channels }) => {
  document.getElementById('personas').append(...personas.map(persona));
  document.getElementById('people').hidden = personas.length === 0;
  if (channels.startsWith('http')) {
    const door = document.getElementById('channels');
    door.querySelector('a').href = channels;
    door.hidden = false;
  }
  speak();
});
