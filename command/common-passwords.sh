#!/usr/bin/env bash
# Makes server/src/main/resources/password/common.txt.gz anew: the passwords and words that are guessed first, one a line.
# Run by hand when a source has a newer version (npm, Maven, Node.js and the network are needed), and its result committed:
# the build itself asks nobody. Sources and licences: docs/password.md.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
list=$here/server/src/main/resources/password/common.txt.gz
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

for package in language-common@4.1.3 language-fr@4.1.2 language-en@4.1.1; do
    mkdir "$room/${package%@*}"
    (cd "$room/${package%@*}" && npm pack --silent "@zxcvbn-ts/$package" >/dev/null && tar -xzf ./*.tgz)
done
mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
    -Dartifact=com.nulab-inc:zxcvbn:1.9.0 -DoutputDirectory="$room"
(cd "$room" && "${JAVA_HOME:?}/bin/jar" -xf zxcvbn-1.9.0.jar com/nulabinc/zxcvbn/matchers/dictionaries)

# Shorter than four letters, an entry could refuse nothing: no tenant's minimum is that low.
node - "$room" <<'JS' | LC_ALL=C sort -u | gzip -9n >"$list"
const { readFileSync } = require("node:fs");
const room = process.argv[2];
const words = (name) => JSON.parse(readFileSync(`${room}/${name}.json`, "utf8"));
const lines = (name) => readFileSync(`${room}/com/nulabinc/zxcvbn/matchers/dictionaries/${name}.txt`, "utf8").split("\n");
const all = [
  words("language-common/package/src/passwords"),
  lines("passwords"),
  words("language-fr/package/src/commonWords"),
  words("language-fr/package/src/firstnames"),
  words("language-fr/package/src/lastnames"),
  words("language-en/package/src/commonWords").slice(0, 20_000),
  words("language-en/package/src/firstnames"),
].flat();
for (const word of all) {
  const folded = word.trim().normalize("NFC").toLowerCase();
  if ([...folded].length >= 4) console.log(folded);
}
JS
printf '%s: %s entries\n' "$list" "$(gzip -dc "$list" | wc -l)"
