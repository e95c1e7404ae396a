#!/bin/sh
# The JSON Schemas accept all shipped content and refuse the mistakes they can express (TAP; ajv).
cd "$(dirname "$0")/../.." || exit 1
test -d tests/web/node_modules/ajv || { echo "1..0 # SKIP ajv is not installed"; exit 0; }
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT

kind_of() {
    case $1 in
    */situs.yaml) echo situs ;;
    */keperluan.yaml) echo keperluan ;;
    */wilayah.yaml) echo wilayah ;;
    */libur-*.yaml) echo libur ;;
    */instansi.* | tests/diag/*.yaml) echo instansi ;;
    *) echo layanan ;;
    esac
}

for kind in layanan instansi situs wilayah keperluan libur; do
    MAKLUMAT_LANG=en "$MAKLUMAT" schema $kind >"$tmp/$kind.schema"
done
find content tests/diag/_site -name '*.yaml' -o -name '*.md' | sort >"$tmp/good"
for tag in key-unknown key-foreign key-required choice-unknown switch-unreadable number-unreadable \
    date-unreadable slug-bad color-unreadable value-not-text value-not-map; do
    ls "tests/diag/$tag".md "tests/diag/$tag".yaml 2>/dev/null
done >"$tmp/bad"
for want in good bad; do
    while read -r file; do
        "$BUILD/tests/unit/model/test-schema" --convert "$file" >"$tmp/instance" &&
            printf '{"want":"%s","kind":"%s","file":"%s","data":%s}\n' \
                "$want" "$(kind_of "$file")" "$file" "$(cat "$tmp/instance")"
    done <"$tmp/$want"
done >"$tmp/cases"

node - "$tmp" <<'JS'
const { readFileSync } = require('fs');
const Ajv = require(process.cwd() + '/tests/web/node_modules/ajv/dist/2020').default;
const dir = process.argv[2];
const checks = {};
for (const kind of ['layanan', 'instansi', 'situs', 'wilayah', 'keperluan', 'libur'])
    checks[kind] = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false })
        .compile(JSON.parse(readFileSync(`${dir}/${kind}.schema`)));
const cases = readFileSync(`${dir}/cases`, 'utf8').trim().split('\n').map(line => JSON.parse(line));
let failed = 0;
cases.forEach((item, i) => {
    const valid = checks[item.kind](item.data);
    const fine = valid === (item.want === 'good');
    failed += !fine;
    if (!fine)
        console.log('# ' + JSON.stringify(checks[item.kind].errors));
    console.log(`${fine ? 'ok' : 'not ok'} ${i + 1} - ${item.kind} ${item.want === 'good' ? 'accepts' : 'refuses'} ${item.file}`);
});
console.log(`1..${cases.length}`);
process.exit(failed > 0 || cases.length < 20 ? 1 : 0);
JS
