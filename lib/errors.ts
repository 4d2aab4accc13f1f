export type Refusal = "NOT_FOUND" | "FORBIDDEN" | "CONFLICT" | "WRONG_STATE";

/** A refusal the person at the desk can act on. The message is Chinese and says what to do next. */
export class DomainError extends Error {
  constructor(
    readonly refusal: Refusal,
    message: string,
  ) {
    super(message);
    this.name = "DomainError";
  }
}

/** The one answer for "missing" and "not yours": they must look the same. */
export function notFound(noun: string): DomainError {
  return new DomainError("NOT_FOUND", `找不到该${noun}，可能已被删除或不在您的管理范围内。请返回列表重新选择。`);
}

/** Another person saved the record since the form was opened. Carries what stands there now. */
export class StaleError extends DomainError {
  constructor(
    readonly version: number,
    readonly theirs: Record<string, string>,
  ) {
    super("CONFLICT", "您打开表单后，这条记录已被他人修改。请对照下方“现在的内容”核对，确认后再次保存。");
    this.name = "StaleError";
  }
}

/** What stops a start or a command, in the words of the person who runs it. Printed without a stack. */
export class OperatorError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "OperatorError";
  }
}
