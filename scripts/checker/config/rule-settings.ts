import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import type { Severity } from '../../../src/domain/report/severity.ts';
import { matchesGlob } from '../workspace/glob.ts';
import type { Settings } from './settings.ts';

/** What the settings make of rules. */
export interface RuleSettings {
  /** Whether a rule can find anything anywhere. */
  readonly mayRun: (rule: string) => boolean;
  /** The severity that a rule was given at a place, `off` where it is to find nothing there; `undefined` where nothing was said. */
  readonly severityAt: (rule: string, place: RuledPlace) => Severity | 'off' | undefined;
}

/** Where a rule found something. */
export interface RuledPlace {
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  /** BCP 47. */
  readonly locale: string;
}

/**
 * What the settings make of rules: `rules` first, then each of the `overrides` that is about the place, so that a later
 * one wins.
 */
export function readRuleSettings({ rules, overrides = [] }: Settings): RuleSettings {
  const layers = [
    { isAbout: (): boolean => true, rules: readLayer(rules) },
    ...overrides.map((override) => ({ isAbout: placeTest(override), rules: readLayer(override.rules) })),
  ];
  return {
    mayRun: (rule) => {
      const [base, ...others] = layers.map((layer) => layer.rules.get(rule)?.severity);
      return base !== 'off' || others.some((severity) => severity !== undefined && severity !== 'off');
    },
    severityAt: (rule, place) => {
      let severity: Severity | 'off' | undefined;
      for (const layer of layers) {
        const own = layer.rules.get(rule);
        if (own === undefined || !layer.isAbout(place)) continue;
        severity = own.severity ?? severity;
        if (own.isIgnored(place.path)) severity = 'off';
      }
      return severity;
    },
  };
}

interface LayerRule {
  readonly severity: Severity | 'off' | undefined;
  readonly isIgnored: (path: string) => boolean;
}

function readLayer(rules: Settings['rules'] = {}): ReadonlyMap<string, LayerRule> {
  return new Map(
    Object.entries(rules).flatMap(([id, setting]): [string, LayerRule][] => {
      if (setting === undefined) return [];
      if (typeof setting === 'string') return [[id, { severity: setting, isIgnored: () => false }]];
      const globs = (setting.ignore ?? []).map(matchesGlob);
      const isIgnored = (path: string): boolean => globs.some((matches) => matches(path));
      return [[id, { severity: setting.severity, isIgnored }]];
    }),
  );
}

function placeTest({
  files,
  locales,
}: NonNullable<Settings['overrides']>[number]): (place: RuledPlace) => boolean {
  const globs = files === undefined ? undefined : [files].flat().map(matchesGlob);
  const tags = locales?.map((locale) => localeTagOf(locale) ?? locale);
  return ({ path, locale }) =>
    (globs?.some((matches) => matches(path)) ?? true) && (tags?.includes(locale) ?? true);
}
