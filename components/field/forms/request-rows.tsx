import { Choose, Lines } from "@/components/field/forms/form-parts";
import type { RequestWords } from "@/components/field/forms/visit-fields";
import { newId } from "@/components/field/queue/new-id";
import { requestCategoryLabels } from "@/lib/requests/labels";

export const categories = Object.entries(requestCategoryLabels);

/** What the enterprise asks for, as many as there are. */
export function RequestRows(props: { requests: RequestWords[]; onChange: (requests: RequestWords[]) => void }) {
  const { requests, onChange } = props;
  const put = (id: string, words: Partial<RequestWords>) =>
    onChange(requests.map((request) => (request.id === id ? { ...request, ...words } : request)));
  return (
    <section className="grid gap-3" aria-label="企业诉求">
      {requests.map((request, index) => (
        <div key={request.id} className="panel grid gap-3">
          <div className="flex items-center justify-between gap-2">
            <h2>诉求 {index + 1}</h2>
            <button
              type="button"
              className="button"
              onClick={() => onChange(requests.filter(({ id }) => id !== request.id))}
            >
              移除<span className="sr-only">诉求 {index + 1}</span>
            </button>
          </div>
          <Choose
            label="类别"
            value={request.category}
            choices={categories}
            onChange={(category) => put(request.id, { category })}
          />
          <Lines label="内容" value={request.text} onChange={(text) => put(request.id, { text })} />
        </div>
      ))}
      {requests.length < 10 && (
        <button
          type="button"
          className="button w-full"
          onClick={() => onChange([...requests, { id: newId(), category: "OTHER", text: "" }])}
        >
          加一项诉求
        </button>
      )}
    </section>
  );
}
