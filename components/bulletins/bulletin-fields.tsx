import { TextArea, TextField } from "@/components/ui/field";

type Shown = {
  title: string;
  documentNumber: string | null;
  recipients: string;
  opening: string;
  goodPractice: string;
  shortfalls: string;
  requirements: string;
};

/** What a person writes of a bulletin; a new line begins a new paragraph. */
export function BulletinFields({ bulletin }: { bulletin: Shown }) {
  return (
    <>
      <TextField name="title" label="标题" isRequired initial={bulletin.title} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="documentNumber"
          label="发文字号"
          initial={bulletin.documentNumber ?? ""}
          hint="序号按平台内已有通报顺延，请与发文登记核对。"
        />
        <TextField name="recipients" label="主送机关" initial={bulletin.recipients} hint="不用写冒号。" />
      </div>
      <TextArea
        name="opening"
        label="开头"
        isRequired
        rows={4}
        initial={bulletin.opening}
        hint="换行即另起一段，下同。"
      />
      <TextArea name="goodPractice" label="好的做法" rows={6} initial={bulletin.goodPractice} />
      <TextArea
        name="shortfalls"
        label="存在的不足"
        rows={5}
        initial={bulletin.shortfalls}
        hint="需要补上工作的支部及原因附在这段文字之后，由平台列出。"
      />
      <TextArea name="requirements" label="工作要求" rows={5} initial={bulletin.requirements} />
    </>
  );
}
