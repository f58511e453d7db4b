import { describeWays } from './describe-ways.ts';
import { sectionWays } from './ways/sections.ts';

describeWays(sectionWays);
