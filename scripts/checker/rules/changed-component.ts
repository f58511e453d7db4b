import {
  type ComponentChange,
  changedAttribute,
  findComponentChanges,
} from './components/match-components.ts';
import type { Draft, PairRule } from './rule.ts';
import { excerpt } from './structure/excerpt.ts';

/** Finds components, shortcodes and extensions that are called otherwise than in the source. */
export const changedComponent: PairRule = {
  id: 'changed-component',
  on: 'pair',
  severity: 'error',
  docs: {
    summary:
      'A component, shortcode or extension has another name or other attributes than in the source, or is only in one of the two.',
    why: 'The page does not build, or shows something else: another file, another tab, nothing at all.',
    fix: 'Call it as the source does; translate only titles, labels and descriptions.',
  },
  *check(context) {
    const isBroken = context.translation.document.problems.some(({ kind }) => kind === 'syntax');
    for (const change of findComponentChanges(context)) {
      // An expression that is not closed is a finding already.
      if (isBroken && change.translation === undefined && change.source?.call.name === '{}') continue;
      const words = wordsFor(change);
      if (words === undefined || change.score < leastScore) continue;
      yield {
        ...words,
        span: change.translation?.span ?? change.place,
        confidence: change.score,
        related: [
          {
            label: 'the source',
            path: context.source.path,
            span: change.source?.span ?? change.sourcePlace,
          },
        ],
      };
    }
  },
};

/** Below this, the two texts may not answer each other. */
const leastScore = 0.5;

function wordsFor({
  source,
  translation,
  score,
}: ComponentChange): Pick<Draft, 'message' | 'help' | 'severity' | 'data'> | undefined {
  const graveness = score >= 0.7 ? 'error' : 'warning';
  const [original, own] = [source?.call, translation?.call];
  // Pictures are another rule's.
  if ((original ?? own)?.name === 'image' && (original === undefined || own === undefined)) return undefined;
  if (original === undefined) {
    return {
      message: `Component \`${nameOf(own?.name)}\` is not in the source`,
      help: 'Remove it, or add it to the source.',
      severity: 'warning',
      data: { name: own?.name ?? '', sourceName: '' },
    };
  }
  if (own === undefined) {
    return {
      message: `Component \`${nameOf(original.name)}\` has no counterpart`,
      help: 'Copy it from the source to this place.',
      severity: graveness,
      data: { name: '', sourceName: original.name },
    };
  }
  const data = { name: own.name, sourceName: original.name };
  if (own.name !== original.name) {
    return {
      message: `Component is \`${nameOf(own.name)}\`, the source's is \`${nameOf(original.name)}\``,
      help: `Call it \`${nameOf(original.name)}\`, as the source does.`,
      severity: graveness,
      data,
    };
  }
  const attribute = changedAttribute(original, own);
  if (attribute === undefined) return undefined;
  const { name, value, sourceValue } = attribute;
  if (own.name === '{}') {
    return {
      message: `Expression is \`${excerpt(value ?? '')}\`, the source's is \`${excerpt(sourceValue)}\``,
      help: 'Copy the expression from the source; translate only texts in it.',
      severity: graveness,
      data: { ...data, attribute: name, value: value ?? '', sourceValue },
    };
  }
  const what = /^\d+$/.test(name) ? 'is called with' : `has \`${name}\``;
  return {
    message:
      value === undefined
        ? `Component \`${nameOf(own.name)}\` lacks \`${excerpt(writtenAttribute(name, sourceValue))}\``
        : `Component \`${nameOf(own.name)}\` ${what} \`${excerpt(value)}\`, the source's \`${excerpt(sourceValue)}\``,
    help: `Write \`${excerpt(writtenAttribute(name, sourceValue))}\`, as the source does.`,
    severity: isPicture(sourceValue) ? 'note' : isPath(sourceValue) ? 'warning' : graveness,
    data: { ...data, attribute: name, value: value ?? '', sourceValue },
  };
}

function nameOf(name: string | undefined): string {
  return name === '{}' ? '{…}' : (name ?? '');
}

function writtenAttribute(name: string, value: string): string {
  return /^\d+$/.test(name) ? value : name;
}

/** A file of the page's own language may have a name of its own. */
function isPath(value: string): boolean {
  return /[/\\]|\.[a-z]{2,4}$/i.test(value);
}

/** A screen may be shown in the page's own language. */
function isPicture(value: string): boolean {
  return /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(value);
}
