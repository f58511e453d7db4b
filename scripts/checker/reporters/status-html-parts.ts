/** What the style of the status adds to that of the report. */
export const statusStyle = `
:root { --good: #1b6e3c; --gone: #ffd9d6; --new: #cdf3d8 }
@media (prefers-color-scheme: dark) { :root { --good: #86d8a2; --gone: #6b1d19; --new: #14512b } }
table { border-collapse: collapse; width: 100% } th, td { text-align: start; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
th { font-weight: 600 } td.number, th.number { text-align: end; font-variant-numeric: tabular-nums }
.scroll { overflow-x: auto } .scroll td, .scroll th { overflow-wrap: normal; white-space: nowrap }
.bar { display: inline-block; vertical-align: middle; inline-size: 6rem; block-size: .6rem; background: var(--quiet); border-radius: .3rem; overflow: hidden; margin-inline-end: .5rem } .bar rect { fill: var(--good) }
.status { border: 1px solid var(--line); border-inline-start: .3rem solid currentColor; border-radius: .4rem; padding: .5rem 1rem; margin: 0 0 .6rem } .status[hidden] { display: none }
.status p { margin: .2rem 0 } .status h3 { font-weight: 600 }
.status.act, .status.broken { border-inline-start-color: var(--error) } .status.translate, .status.remove, .status.unknown { border-inline-start-color: var(--warning) } .status.restamp { border-inline-start-color: var(--note) } .status.fine { border-inline-start-color: var(--good) }
.act .kind strong, .broken .kind strong { color: var(--error) } .translate .kind strong, .remove .kind strong, .unknown .kind strong { color: var(--warning) } .restamp .kind strong { color: var(--note) } .fine .kind strong { color: var(--good) }
details { margin: .4rem 0 } summary { cursor: pointer; padding: .2rem 0 } .changes { list-style: none; margin: 0; padding: 0 } .changes li { margin: .5rem 0 }
.words { background: var(--quiet); border-radius: .3rem; padding: .4rem .6rem; white-space: pre-wrap } ins { background: var(--new); text-decoration-thickness: .08em } del { background: var(--gone) }
@media (forced-colors: active) { .bar rect { fill: Highlight } }
@media print { .status { break-inside: avoid } }
`;

/** What filters the status. */
export const statusScript = `
const form = document.getElementById('filters');
if (form) {
  form.hidden = false;
  const pages = [...document.querySelectorAll('.status')].map((element) => ({ element, text: element.textContent.toLowerCase() }));
  const status = document.getElementById('shown');
  const show = () => {
    const wanted = new FormData(form);
    const words = wanted.get('text').toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const { element, text } of pages) {
      const isChosen = ['action', 'state', 'locale'].every((name) => !wanted.get(name) || element.dataset[name] === wanted.get(name));
      element.hidden = !(isChosen && words.every((word) => text.includes(word)));
      if (!element.hidden) shown++;
    }
    status.textContent = shown + ' of ' + pages.length + ' translations';
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
}
`;
