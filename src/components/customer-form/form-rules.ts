/** What decides where the form goes: loaded apart, for the opening alone needs none of it. */
export { createCredentials } from '../../domain/customer/credentials.ts';
export { findPlace } from '../../domain/customer/find-place.ts';
export { changeAnswers, goOn, openStage, updateAnswer } from '../../domain/customer/form-moves.ts';
export { resumeDraft } from '../../domain/customer/resume-draft.ts';
export { controlOf } from './place-control.ts';
