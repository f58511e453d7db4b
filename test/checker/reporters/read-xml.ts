import { parser as saxParser } from 'sax';

/** An element of XML with all that is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads XML as a strict consumer does, and gives back the element around all. */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = saxParser(true);
  Object.assign(parser, {
    onerror: (error: Error) => {
      throw error;
    },
    onopentag: ({ name, attributes }: XmlElement) => {
      const element: XmlElement = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    onclosetag: () => open.pop(),
    ontext: (text: string) => {
      const element = open.at(-1);
      if (element !== undefined) element.text += text;
    },
  });
  parser.write(xml).close();
  const [first] = root.children;
  if (first === undefined) throw new RangeError('There is no root element.');
  return first;
}

/** An element and all inside it. */
export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(elementsIn)];
}
