const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for text that can be a record's id. An address may hold anything; the database would refuse it with an error. */
export function isRecordId(text: string): boolean {
  return uuid.test(text);
}
