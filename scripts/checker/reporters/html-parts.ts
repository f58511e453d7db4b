/** The style of the HTML report: light and dark, from a narrow window to a wide one, forced colours too. */
export const reportStyle = `
:root { color-scheme: light dark; --line: #8888; --quiet: #8882; --error: #b3261e; --warning: #8a5a00; --note: #0b57d0 }
@media (prefers-color-scheme: dark) { :root { --error: #ffb4ab; --warning: #ffca7a; --note: #a8c7fa } }
html { background: Canvas; color: CanvasText }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 90rem; padding: 1rem clamp(1rem, 3vw, 3rem) 4rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem } h3 { font-size: 1rem; margin: 0 }
#filters { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; padding: .75rem 0 } #filters[hidden] { display: none }
input, select, button { font: inherit; min-height: 2rem; max-width: 16rem }
#shown { position: sticky; top: 0; margin: 0; padding: .5rem 0; background: Canvas }
.finding { border: 1px solid var(--line); border-inline-start: .3rem solid currentColor; border-radius: .4rem; padding: .75rem 1rem; margin: 0 0 1rem }
.finding.error { border-inline-start-color: var(--error) } .finding.warning { border-inline-start-color: var(--warning) } .finding.note { border-inline-start-color: var(--note) }
.error .kind strong { color: var(--error) } .warning .kind strong { color: var(--warning) } .note .kind strong { color: var(--note) }
.finding[hidden], .page[hidden] { display: none }
.finding p { margin: .35rem 0 }
/* Thousands of findings are there at once: those out of sight need no layout. */
.finding { content-visibility: auto; contain-intrinsic-size: auto 14rem }
.sides { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)) }
figure { margin: 0; min-width: 0 } figcaption { font-size: .85rem; opacity: .8 }
pre { margin: .2rem 0 0; padding: .5rem .6rem; background: var(--quiet); border-radius: .3rem; white-space: pre-wrap; font: .9rem/1.5 ui-monospace, monospace }
mark { background: #ffd54a; color: #000; border-radius: .15rem; padding: 0 .1rem } mark:empty::before { content: "\\2038" }
code { font: .92em ui-monospace, monospace; background: var(--quiet); border-radius: .2rem; padding: 0 .2em }
@media (forced-colors: active) { mark { outline: 1px solid Highlight } }
@media print { #filters, #shown { display: none } .finding { break-inside: avoid; content-visibility: visible } }
`;

/** What filters the HTML report. */
export const reportScript = `
const form = document.getElementById('filters');
if (form) {
  form.hidden = false;
  const pages = [...document.querySelectorAll('.page')].map((page) => ({
    page,
    name: page.firstElementChild.textContent.toLowerCase(),
    findings: [...page.querySelectorAll('.finding')].map((element) => ({ element, data: { ...element.dataset } })),
  }));
  const total = document.querySelectorAll('.finding').length;
  const status = document.getElementById('shown');
  const show = () => {
    const { text, ...wanted } = Object.fromEntries(new FormData(form));
    const chosen = Object.entries(wanted).filter(([, value]) => value !== '');
    const words = text.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const { page, name, findings } of pages) {
      let here = 0;
      for (const finding of findings) {
        const { element, data } = finding;
        // Read when it is first searched: of thousands of findings it takes a while.
        const isFound = words.length === 0 || words.every((word) => (finding.text ??= name + ' ' + element.textContent.toLowerCase()).includes(word));
        const isShown = isFound && chosen.every(([key, value]) => data[key] === value);
        if (element.hidden === isShown) element.hidden = !isShown;
        if (isShown) here++;
      }
      page.hidden = here === 0;
      shown += here;
    }
    status.textContent = shown === 0 ? 'No finding matches: search for less, or show all.' : shown + ' of ' + total + ' findings';
  };
  let waiting;
  const showSoon = () => { clearTimeout(waiting); waiting = setTimeout(show, 120); };
  form.addEventListener('input', showSoon);
  form.addEventListener('reset', showSoon);
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
}
`;
