#!/bin/sh
# Runs a script in a root of its own: this machine's, to be written on and thrown away, in which the given trees are empty.
#   in_a_root.sh FOLDER SCRIPT HIDDEN…      (as root; FOLDER is /root/given there and holds SCRIPT)
# Exit 77 where the system allows no such thing.
set -eu
if [ "${IN_A_ROOT:-}" != made ]; then
  [ "$(id -u)" -eq 0 ] || { echo "left out: only root can make a root of its own"; exit 77; }
  unshare --mount true || { echo "left out: this system allows no mounts of one's own"; exit 77; }
  IN_A_ROOT=made exec unshare --mount --pid --fork --propagation private "$0" "$@"
fi
given=$1
script=$2
shift 2
top=$(mktemp -d)
mount -t tmpfs tmpfs "$top"
mkdir "$top/written" "$top/work" "$top/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$top/written,workdir=$top/work" "$top/root"
mount -t tmpfs tmpfs "$top/root/tmp"
mount --rbind /dev "$top/root/dev"
mount -t proc proc "$top/root/proc"
mkdir -p "$top/root/root/given"
mount --bind "$given" "$top/root/root/given"
for tree in "$@"; do
  [ ! -d "$top/root$tree" ] || mount -t tmpfs -o ro tmpfs "$top/root$tree"
done
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 chroot "$top/root" /bin/sh "/root/given/$script"
