/**
 * How much a text says: its characters, each weighed by how many Latin letters its script would need for the same.
 *
 * A Chinese sentence has a third to a half of the characters of its English original, a Korean one about half
 * (measured on localized documentation); weighed so, translations come out about as long as their source.
 */
export function readingLength(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) length += unitWeight(text.charCodeAt(at));
  return length;
}

/** The weight of one UTF-16 unit in `readingLength`. */
export function unitWeight(unit: number): number {
  if (unit < 0x0e00) return 1;
  if (unit < 0x0e80) return 1.1;
  if (unit >= 0x3040 && unit <= 0x30ff) return 1.7;
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) return 2.9;
  if (unit >= 0xac00 && unit <= 0xd7af) return 2.2;
  return 1;
}
