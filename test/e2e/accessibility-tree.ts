import type { CDPSession, Page } from '@playwright/test';

/** A control as the browser tells it to assistive technology, and what a reader sees around it. */
export interface Control {
  readonly id: string;
  readonly tag: string;
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly isInvalid: boolean;
  /** Of a control that opens something, or `undefined`. */
  readonly isExpanded: boolean | undefined;
  /** The value attribute, which tells the radio buttons of a question apart. */
  readonly value: string;
  /** Where a link leads; empty for all else. */
  readonly target: string;
  /** The nearest group around it, with what describes the group. */
  readonly group: Group;
  /** Hints, errors, warnings and remarks of its own field, as they are seen. */
  readonly notes: readonly string[];
  readonly hasError: boolean;
}

/** A group or region of controls. */
export interface Group {
  readonly role: string;
  readonly name: string;
  readonly description: string;
}

/** A part of the page that tells what changes in it. */
export interface LiveRegion {
  readonly role: string;
  /** Its pieces of text, which a link may part. */
  readonly texts: readonly string[];
}

/** What assistive technology is told of the form. */
export interface AccessibilityTree {
  /** Everything that Tab can reach, in the order of the page. */
  readonly controls: readonly Control[];
  readonly groups: readonly Group[];
  readonly live: readonly LiveRegion[];
  /** What has the focus, as `role name`. */
  readonly focused: string;
}

interface DomNode {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly backendNodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
}

interface AxNode {
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** Reads the browser's own accessibility tree below an element. */
export async function accessibilityTree(
  page: Page,
  session: CDPSession,
  selector: string,
): Promise<AccessibilityTree> {
  // Names are those of the page as it is laid out.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector(${JSON.stringify(selector)})`,
  });
  if (result.objectId === undefined) throw new Error(`The page has no ${selector}.`);
  const { objectId } = result;
  const [{ node }, { nodes }] = await Promise.all([
    session.send('DOM.describeNode', { objectId, depth: -1 }),
    session.send('Accessibility.queryAXTree', { objectId }),
  ]);
  const byId = new Map((nodes as readonly AxNode[]).map((ax) => [ax.backendDOMNodeId, ax]));
  const controls: Control[] = [];
  const groups: Group[] = [];
  const live: LiveRegion[] = [];
  let focused = '';

  const visit = (dom: DomNode, around: { group: Group; field: DomNode | undefined }): void => {
    const ax = byId.get(dom.backendNodeId);
    const role = ax?.ignored === false ? (ax.role?.value ?? '') : '';
    const name = ax?.name?.value ?? '';
    const description = spaced(ax?.description?.value ?? '');
    let { group, field } = around;
    if (hasClass(dom, 'form-field') || hasClass(dom, 'form-offer')) field = dom;
    if (groupRoles.has(role)) {
      group = { role, name, description };
      groups.push(group);
    }
    const property = (wanted: string): unknown =>
      ax?.properties?.find((one) => one.name === wanted)?.value.value;
    if (role !== '' && property('focused') === true) focused = `${role} ${name}`;
    if (role === 'status' || role === 'alert') live.push({ role, texts: textsOf(dom) });
    if (ax?.ignored === false && isControl(dom)) {
      const issues = field === undefined ? [] : own(field, 'form-issue');
      controls.push({
        id: attribute(dom, 'id'),
        tag: dom.nodeName.toLowerCase(),
        role,
        name,
        description,
        // Chromium tells this of boxes alone; others read the attribute.
        isRequired: attribute(dom, 'aria-required') === 'true',
        isInvalid: String(property('invalid')) === 'true',
        isExpanded: property('expanded') as boolean | undefined,
        value: attribute(dom, 'value'),
        target: attribute(dom, 'href'),
        group,
        notes:
          field === undefined
            ? []
            : [
                ...own(field, 'form-hint'),
                ...issues.flatMap((issue) => paragraphs(issue)),
                ...own(field, 'form-remark'),
              ]
                .map(textOf)
                .filter((text) => text !== ''),
        hasError: issues.some((issue) => attribute(issue, 'data-severity') === 'error'),
      });
    }
    for (const child of dom.children ?? []) visit(child, { group, field });
  };
  visit(node as DomNode, { group: { role: '', name: '', description: '' }, field: undefined });
  return { controls, groups, live, focused };
}

const groupRoles = new Set([
  'group',
  'radiogroup',
  'region',
  'search',
  'dialog',
  'alertdialog',
  'listbox',
  'form',
]);

const controlTags = new Set(['A', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'SUMMARY']);

/** What Tab reaches, a radio button that the arrow keys reach among it. */
function isControl(dom: DomNode): boolean {
  const isOption = attribute(dom, 'role') === 'option';
  return isOption || (controlTags.has(dom.nodeName) && attribute(dom, 'tabindex') !== '-1');
}

/** The elements of a class that belong to this field and to no field in it. */
function own(field: DomNode, name: string): readonly DomNode[] {
  return (field.children ?? []).flatMap((child) => {
    if (hasClass(child, name)) return [child];
    return hasClass(child, 'form-field') || hasClass(child, 'form-offer') || child.nodeName === 'BUTTON'
      ? []
      : own(child, name);
  });
}

function paragraphs(dom: DomNode): readonly DomNode[] {
  return (dom.children ?? []).filter(({ nodeName }) => nodeName === 'P');
}

function textOf(dom: DomNode): string {
  return textsOf(dom).join(' ');
}

function textsOf({ nodeName, nodeValue, children = [] }: DomNode): readonly string[] {
  return nodeName === '#text' ? [spaced(nodeValue)] : children.flatMap(textsOf);
}

/** Spaces that keep words together are spaces here. */
function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function hasClass(dom: DomNode, name: string): boolean {
  return attribute(dom, 'class').split(' ').includes(name);
}

function attribute({ attributes = [] }: DomNode, name: string): string {
  const index = attributes.findIndex((one, at) => at % 2 === 0 && one === name);
  return index === -1 ? '' : (attributes[index + 1] ?? '');
}
