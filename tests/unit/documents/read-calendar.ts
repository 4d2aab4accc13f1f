/** The events of an iCalendar file as a calendar program reads them: unfolded, unescaped, by property. */
export function propertiesOf(file: string): Record<string, string>[] {
  const lines = file.replaceAll("\r\n ", "").split("\r\n");
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") events.push({});
    const colon = line.indexOf(":");
    const event = events.at(-1);
    if (event && colon > 0) event[line.slice(0, colon)] ??= unescaped(line.slice(colon + 1));
  }
  return events;
}

function unescaped(value: string): string {
  return value.replaceAll(/\\(.)/g, (_, mark: string) => (mark === "n" ? "\n" : mark));
}
