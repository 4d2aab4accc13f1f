/** What a form gets back after a refusal: everything that was typed, and what to mend. */
export type FormState = {
  values: Record<string, string | string[]>;
  fieldErrors: Record<string, string>;
  message: string | null;
  /** Values another person saved meanwhile, by field; shown beside what was typed. */
  theirs: Record<string, string>;
  /** Counts refusals, so that the form shows again what the browser has just reset. */
  round: number;
  /** Set instead of going on to the next page. */
  shown: ShownOnce | null;
};

/** What is shown once and stands in no address, such as a one-time link; `href` leads on, `picture` is the link to scan. */
export type ShownOnce = { title: string; text: string; note: string; href: string; picture?: string };

export const emptyFormState: FormState = {
  values: {},
  fieldErrors: {},
  message: null,
  theirs: {},
  round: 0,
  shown: null,
};

/** The hidden field that makes a double press act once. */
export const requestKeyField = "requestKey";
