# Another run holds the folder, the file that NFS passes on, or the same shard.
mkdir -p data/one output work/state
cp "$root/data/national-rd/2024.xml" data/one
echo 'brief en' >data/one/reports
locked() {
    file=$1 status=0
    shift
    flock "$file" run --reports "$@" || status=$?
    echo "= $status"
}
locked output
locked work/state/lock
locked output --shard=1/2
locked work/state/lock --shard=1/2
locked work/state/shard-1-of-2.lock --shard=1/2
find output -type f
echo '# shards share the rest, and so does nobody else'
flock --shared output flock --shared work/state/lock \
    flock work/state/shard-2-of-2.lock run --reports --shard=1/2
flock --shared work/state/lock run --reports || echo "= $?"
run --reports
find output -type f | sort
