/** What a form gets back after a refusal: everything that was typed, and what to mend. */
export type FormState = {
  values: Record<string, string | string[]>;
  fieldErrors: Record<string, string>;
  message: string | null;
  /** Values another person saved meanwhile, by field; shown beside what was typed. */
  theirs: Record<string, string>;
  /** Counts refusals, so that the form shows again what the browser has just reset. */
  round: number;
};

export const emptyFormState: FormState = { values: {}, fieldErrors: {}, message: null, theirs: {}, round: 0 };

/** The hidden field that makes a double press act once. */
export const requestKeyField = "requestKey";
