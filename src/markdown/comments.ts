import { defineMdastPlugin } from 'satteri';

/** Leaves out comments that name nothing: without them a page of Markdown alone is static throughout. */
export const comments = defineMdastPlugin({
  name: 'comments',
  mdxTextExpression(node, context) {
    if (isComment(node.value)) context.removeNode(node);
  },
  mdxFlowExpression(node, context) {
    if (isComment(node.value)) context.removeNode(node);
  },
});

function isComment(expression: string): boolean {
  return /^\s*\/\*(?:(?!\*\/)[^])*\*\/\s*$/u.test(expression);
}
