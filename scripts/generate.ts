// Makes the database client from the schema, when it is missing or older.
import { runCommand } from "@/scripts/command";
import { generateClient } from "@/scripts/serving/build";

await runCommand(generateClient);
