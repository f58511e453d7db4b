import { describeWays } from './describe-ways.ts';
import { labelWays } from './ways/labels.ts';

describeWays(labelWays);
