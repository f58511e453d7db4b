import { describeWays } from './describe-ways.ts';
import { countryWays } from './ways/countries.ts';

describeWays(countryWays);
