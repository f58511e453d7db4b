/**
 * The address of a rule's section in the rule reference: a file that comes with the package, so it is that of this
 * version and there without network.
 * @example ruleUrl('missing-step') // => 'file:///…/node_modules/lockstep/dist-cli/rules.md#missing-step'
 */
export function ruleUrl(id: string): string {
  // In the bundle, all code lies beside the reference.
  const place = import.meta.url.endsWith('.ts') ? '../rules/README.md' : 'rules.md';
  return `${new URL(place, import.meta.url).href}#${id}`;
}
