export interface XmlAttribute {
  /** Namespace; empty when there is none, as for most attributes. */
  readonly uri: string;
  readonly local: string;
  readonly value: string;
  /** 1-based, of its name. */
  readonly line: number;
  readonly column: number;
}

export interface XmlElement {
  readonly uri: string;
  readonly prefix: string;
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  /** Elements and texts in their order; CDATA is text like any other. */
  readonly children: readonly (XmlElement | string)[];
  /** 1-based, of its `<`. */
  readonly line: number;
  readonly column: number;
}

/** All text below an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The elements directly below an element. */
export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The value of an attribute without namespace, or of one in the namespace given. */
export function attributeOf(element: XmlElement, local: string, uri = ''): string | undefined {
  return element.attributes.find((attribute) => attribute.local === local && attribute.uri === uri)?.value;
}
