import { TextField } from "@/components/ui/field";

/** The fields of a park, for a new one and for a correction. */
export function ParkFields(props: {
  park?: { name: string; address: string | null; latitude: number | null; longitude: number | null };
}) {
  const { park } = props;
  return (
    <>
      <TextField name="name" label="园区名称" isRequired initial={park?.name} />
      <TextField name="address" label="地址" initial={park?.address ?? ""} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="latitude"
          label="纬度"
          inputMode="decimal"
          initial={park?.latitude?.toString()}
          hint="可不填"
        />
        <TextField
          name="longitude"
          label="经度"
          inputMode="decimal"
          initial={park?.longitude?.toString()}
          hint="可不填"
        />
      </div>
    </>
  );
}
