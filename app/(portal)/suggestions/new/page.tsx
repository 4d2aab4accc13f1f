import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { SelectField, TextArea } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { writeSuggestionAction } from "@/lib/suggestions/actions";
import { suggestionKindLabels } from "@/lib/suggestions/labels";
import { pagePath } from "@/lib/suggestions/schema";

export const metadata: Metadata = { title: "提意见" };

const kinds = Object.entries(suggestionKindLabels).map(([value, label]) => ({ value, label }));

export default async function NewSuggestionPage(props: { searchParams: Promise<{ page?: string }> }) {
  await requireActor();
  const page = pagePath.parse((await props.searchParams).page);
  return (
    <>
      <PageHeader
        title="提意见"
        trail={[{ href: "/suggestions", label: "意见建议" }]}
        note="由所在党委工作人员答复；没有所属党委的账号由系统管理员答复。请不要填写身份证号、电话等个人信息。"
      />
      <div className="panel max-w-2xl">
        <ActionForm
          action={writeSuggestionAction}
          requestKey={randomUUID()}
          submitLabel="提交"
          cancelHref={page === "/" ? "/suggestions" : page}
        >
          <input type="hidden" name="page" value={page} />
          <SelectField name="kind" label="类型" choices={kinds} initial="SUGGESTION" isRequired />
          <TextArea name="text" label="内容" rows={6} isRequired />
        </ActionForm>
      </div>
    </>
  );
}
