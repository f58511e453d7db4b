/** What the form shows once its opening is answered: loaded apart, for a first visit begins at the opening. */
export { AccountStage } from './AccountStage.tsx';
export { addressNamesSettled, stateName } from './address-names.ts';
export { ConfirmationStage } from './ConfirmationStage.tsx';
export { markSteps } from './mark-steps.ts';
export { ReviewStage } from './ReviewStage.tsx';
export { SubscriptionsStage } from './SubscriptionsStage.tsx';
export { loadService } from './service/load-service.ts';
export { ServiceRefusal } from './service/PracticeService.tsx';
