import { describeWays } from './describe-ways.ts';
import { textWays } from './ways/texts.ts';

describeWays(textWays);
