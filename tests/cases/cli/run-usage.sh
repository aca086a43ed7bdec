# What cannot be asked for: status 64, nothing is made.
mkdir -p data/one
cp "$root/data/national-rd/2024.xml" data/one
echo 'brief en' >data/one/reports
for words in --nonsense file --shard=0/2 --shard=3/2 --shard=x --jobs=-1 \
    --jobs=many --list=all '--dry-run --question' '--status --prune' \
    --only=two '--only=one --only=two' '--only=two --dry-run'; do
    status=0
    # shellcheck disable=SC2086 # words are meant
    run $words || status=$?
    echo "= $status"
done
find . -type f ! -path ./work/state/lock | sort
