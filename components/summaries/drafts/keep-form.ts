import type { Notice } from "@/components/summaries/drafts/draft-notice";
import { forgetDraft, keepDraft, readDraft } from "@/components/summaries/drafts/draft-store";
import { postDraft, type SaveOutcome } from "@/components/summaries/drafts/post-draft";

/** Saved this long after the last key, and tried again this long after a failure. */
const PAUSE_MS = 2_000;
const RETRY_MS = 15_000;

type Texts = Record<string, string>;

export type Keeping = { save: () => void; overwrite: () => void; takeTheirs: () => void; stop: () => void };

/** Watches a form's text areas and saves them; tells what became of it. */
export function keepForm(form: HTMLFormElement, key: string, tell: (notice: Notice) => void): Keeping {
  const areas = () => [...form.querySelectorAll("textarea")];
  const textsNow = (): Texts => Object.fromEntries(areas().map(({ name, value }) => [name, value]));
  const hidden = (name: string) => form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);
  const version = () => hidden("version")?.value ?? "0";
  const show = (texts: Texts) => {
    for (const area of areas()) area.value = texts[area.name] ?? area.value;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  let conflict: Extract<SaveOutcome, { kind: "conflict" }> | null = null;
  let isStored = true;
  let isWaiting = false;
  let passes = false;

  const setVersion = (to: string) => {
    const field = hidden("version");
    if (field) field.value = to;
  };
  const keep = () => {
    isStored = keepDraft(key, { version: version(), texts: textsNow() });
  };
  const saveLater = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  async function attempt(): Promise<boolean> {
    const texts = textsNow();
    const fields = { planId: hidden("planId")?.value ?? "", branchId: hidden("branchId")?.value ?? "" };
    tell({ kind: "saving" });
    const outcome = await postDraft({ ...fields, ...texts, version: version() });
    const isSame = outcome.kind === "conflict" && areSame(texts, outcome.theirs);
    if (outcome.kind === "saved" || isSame) {
      setVersion(outcome.version);
      isWaiting = !areSame(texts, textsNow());
      if (isWaiting) keep();
      else forgetDraft(key);
      tell({ kind: "saved", at: timeNow() });
      return true;
    }
    isWaiting = true;
    keep();
    if (outcome.kind === "conflict") {
      conflict = outcome;
      tell({ kind: "conflict", mine: texts, theirs: outcome.theirs });
    } else tell(outcome);
    if (outcome.kind === "unreachable") saveLater(RETRY_MS);
    return false;
  }

  /** One save at a time; what is typed meanwhile is saved after it. */
  async function save(): Promise<boolean> {
    clearTimeout(timer);
    if (running) await running;
    if (conflict) return false;
    running = attempt();
    const isSaved = await running;
    running = null;
    return isSaved;
  }

  const onInput = () => {
    isWaiting = true;
    keep();
    if (!conflict) saveLater(PAUSE_MS);
  };
  /** Saved first, submitted then: a session that has ended is noticed while the page still stands. */
  const onSubmit = (event: SubmitEvent) => {
    if (passes) {
      passes = false;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (running) return;
    const button = event.submitter;
    save().then((isSaved) => {
      if (!isSaved || !(button instanceof HTMLButtonElement) || button.value === "save") return;
      passes = true;
      form.requestSubmit(button);
    });
  };
  /** Back from the tab in which one logged in again. */
  const onReturn = () => {
    if (isWaiting && !conflict && document.visibilityState === "visible") saveLater(200);
  };
  const onLeave = (event: BeforeUnloadEvent) => {
    if (isWaiting && !isStored) event.preventDefault();
  };

  takeUpKept();

  /** What was typed before the page was ready, or an earlier page could not save. */
  function takeUpKept(): void {
    const stood: Texts = Object.fromEntries(areas().map(({ name, defaultValue }) => [name, defaultValue]));
    const draft = readDraft(key);
    if (draft && !areSame(draft.texts, stood)) {
      show(draft.texts);
      isWaiting = true;
      if (draft.version === version()) {
        tell({ kind: "restored" });
        saveLater(PAUSE_MS);
        return;
      }
      conflict = { kind: "conflict", version: version(), theirs: stood };
      tell({ kind: "conflict", mine: draft.texts, theirs: stood });
      return;
    }
    forgetDraft(key);
    if (!areSame(textsNow(), stood)) onInput();
  }

  form.addEventListener("input", onInput);
  form.addEventListener("submit", onSubmit);
  window.addEventListener("online", onReturn);
  window.addEventListener("beforeunload", onLeave);
  document.addEventListener("visibilitychange", onReturn);
  return {
    save,
    overwrite() {
      if (conflict) setVersion(conflict.version);
      conflict = null;
      save();
    },
    takeTheirs() {
      if (!conflict) return;
      show(conflict.theirs);
      setVersion(conflict.version);
      conflict = null;
      isWaiting = false;
      forgetDraft(key);
      tell({ kind: "saved", at: timeNow() });
    },
    stop() {
      clearTimeout(timer);
      form.removeEventListener("input", onInput);
      form.removeEventListener("submit", onSubmit);
      window.removeEventListener("online", onReturn);
      window.removeEventListener("beforeunload", onLeave);
      document.removeEventListener("visibilitychange", onReturn);
    },
  };
}

/** Whether every field of `texts` stands so in `others`; blanks at the end do not count, a missing field is empty. */
function areSame(texts: Texts, others: Texts): boolean {
  return Object.entries(texts).every(([name, text]) => text.trimEnd() === (others[name] ?? "").trimEnd());
}

function timeNow(): string {
  return new Date().toLocaleTimeString("zh-CN", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit" });
}
