import { SelectField, TextArea } from "@/components/ui/field";
import { requestCategoryLabels } from "@/lib/requests/labels";

const categories = Object.entries(requestCategoryLabels).map(([value, label]) => ({ value, label }));

/** What is asked of every request, wherever it is raised. */
export function RequestWordsFields() {
  return (
    <>
      <SelectField name="category" label="诉求类别" choices={categories} empty="请选择" isRequired />
      <TextArea name="text" label="诉求内容" rows={4} isRequired />
    </>
  );
}
