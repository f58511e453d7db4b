import { describeWays } from './describe-ways.ts';
import { stepWays } from './ways/steps.ts';

describeWays(stepWays);
