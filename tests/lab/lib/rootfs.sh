# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The file systems of the hosts: root tree, below a layer that all hosts share, below a layer of each host.

# The shared layer: accounts, services and settings that every Spark of the lab has.
make_base() {
    local base=$lab_state/base mnt=$lab_state/base.mnt
    mkdir -p "$base" "$lab_state/base.work" "$mnt"
    mount -t overlay overlay -o "lowerdir=$LAB_ROOT,upperdir=$base,workdir=$lab_state/base.work" "$mnt"
    furnish_spark "$mnt"
    publish_ssh "$mnt"
    cp -a "$lab_folder/host/." "$mnt/"
    [ "$LAB_SUDO" != rs ] || ln -sfn /usr/bin/sudo-rs "$mnt/usr/local/bin/sudo"
    [ "$LAB_INIT" != systemd ] || set_up_systemd "$mnt"
    umount "$mnt"
}

# Accounts and settings of a Spark, in a root tree.
furnish_spark() {
    local mnt=$1
    add_accounts "$mnt"
    # Private per host: nothing of this machine's own set-up shows through when LAB_ROOT is /.
    rm -f "$mnt"/etc/netplan/*.yaml "$mnt"/etc/ssh/ssh_host_* "$mnt"/etc/machine-id
    rm -rf "$mnt"/root/.ssh
    mkdir -p "$mnt/etc/ssh/sshd_config.d" "$mnt/etc/netplan" "$mnt/etc/sysctl.d"
    printf 'PasswordAuthentication yes\nUseDNS no\nMaxStartups 100:30:200\n' > "$mnt/etc/ssh/sshd_config.d/10-lab.conf"
    # Ubuntu's PATH for ssh commands (Debian's has no sbin for a plain user).
    echo 'PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/games:/usr/local/games:/snap/bin"' \
        > "$mnt/etc/environment"
    # Ubuntu's procps sets these, so a Spark has them; the addresses of one wire on two halves meet them.
    printf 'net.ipv4.conf.%s.rp_filter=2\n' default all > "$mnt/etc/sysctl.d/10-network-security.conf"
    # systemd's own defaults open ICMP sockets to everybody on Ubuntu; Debian 13 has them in a package of their own
    echo 'net.ipv4.ping_group_range=0 2147483647' > "$mnt/etc/sysctl.d/10-ping.conf"
}

# nvidia: sudo with password. nopw: sudo without. nosudo: none at all. One password for all of them.
add_accounts() {
    local mnt=$1 user hash
    # a cheap hash: these are throw-away accounts, and yescrypt costs every login 100 ms
    hash=$(perl -e 'print crypt($ARGV[0], "\$5\$rounds=1000\$labsalt\$")' "$lab_password")
    for user in "$lab_user" nopw nosudo; do
        chroot "$mnt" id -u "$user" >/dev/null 2>&1 || chroot "$mnt" useradd -m -s /bin/bash "$user"
        chroot "$mnt" usermod -p "$hash" "$user"
    done
    chroot "$mnt" usermod -a -G sudo "$lab_user"
    mkdir -p "$mnt/etc/sudoers.d"
    echo 'nopw ALL=(ALL:ALL) NOPASSWD: ALL' > "$mnt/etc/sudoers.d/lab-nopw"
    # sudo-rs never lectures, and complains about the setting
    [ "$LAB_LECTURE" != 1 ] || [ "$LAB_SUDO" = rs ] || echo 'Defaults lecture=always' > "$mnt/etc/sudoers.d/lab-lecture"
    chmod 440 "$mnt"/etc/sudoers.d/lab-*
}

publish_ssh() {
    local mnt=$1
    mkdir -p "$mnt/etc/avahi/services"
    cat > "$mnt/etc/avahi/services/ssh.service" <<'X'
<?xml version="1.0" standalone='no'?>
<!DOCTYPE service-group SYSTEM "avahi-service.dtd">
<service-group><name replace-wildcards="yes">%h</name>
<service><type>_ssh._tcp</type><port>22</port></service></service-group>
X
    # The hosts share user ids, so a limit on processes of one id would count those of all hosts.
    [ ! -f "$mnt/etc/avahi/avahi-daemon.conf" ] || sed -i 's/^rlimit-nproc/#&/' "$mnt/etc/avahi/avahi-daemon.conf"
}

set_up_systemd() {
    local mnt=$1 unit units=$1/etc/systemd/system
    mkdir -p "$units/multi-user.target.wants"
    for unit in systemd-modules-load.service kmod-static-nodes.service getty.target console-getty.service \
        apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer fstrim.timer e2scrub_all.timer \
        systemd-networkd-wait-online.service NetworkManager-wait-online.service; do
        ln -sfn /dev/null "$units/$unit"
    done
    # udevd runs in the host (netplan calls it, networkd and NetworkManager wait for it), but sees network devices only.
    mkdir -p "$units/systemd-udev-trigger.service.d"
    printf '[Service]\nExecStart=\nExecStart=-udevadm trigger --type=devices --action=add --subsystem-match=net --prioritized-subsystem=net\n' \
        > "$units/systemd-udev-trigger.service.d/lab.conf"
    if [ "$LAB_RENDERER" = NetworkManager ]; then
        mkdir -p "$mnt/etc/NetworkManager/conf.d"
        # veth devices are left alone by default; a Spark's ports are not
        printf '[main]\nplugins=keyfile\n[keyfile]\nunmanaged-devices=none\n[device-lab]\nmatch-device=interface-name:en*\nmanaged=1\n' \
            > "$mnt/etc/NetworkManager/conf.d/10-lab.conf"
    else
        ln -sfn /dev/null "$units/NetworkManager.service"
        ln -sfn /usr/lib/systemd/system/systemd-networkd.service "$units/multi-user.target.wants/"
    fi
    ln -sfn /usr/lib/systemd/system/multi-user.target "$units/default.target"
    ln -sfn /etc/systemd/system/lab-roce.service "$units/multi-user.target.wants/"
}

make_spark() { # name index
    local name=$1 index=$2 dir=$lab_state/hosts/$1 upper=$lab_state/hosts/$1/upper type
    mkdir -p "$upper/etc/netplan" "$upper/etc/ssh" "$dir/work" "$dir/root"
    echo "$index" > "$dir/index"
    echo "$name" > "$upper/etc/hostname"
    printf '127.0.0.1\tlocalhost\n127.0.1.1\t%s\n::1\tlocalhost ip6-localhost ip6-loopback\n' "$name" > "$upper/etc/hosts"
    printf '%032x\n' $((0x5a0000 + index)) > "$upper/etc/machine-id"
    for type in ed25519 ecdsa; do
        ssh-keygen -q -t $type -N '' -C "root@$name" -f "$upper/etc/ssh/ssh_host_${type}_key"
    done
    dgx_release "$index" > "$upper/etc/dgx-release"
    echo 'NAME="DGX SPARK FASTOS"' > "$upper/etc/fastos-release"
    cat > "$upper/etc/netplan/01-lab-mgmt.yaml" <<X
network:
  version: 2
  renderer: $LAB_RENDERER
  ethernets:
    enP7s7:
      addresses: [$(management_address "$name")/24]
      link-local: [ipv6]
X
    chmod 600 "$upper/etc/netplan/01-lab-mgmt.yaml"
}

# Keys and values of a Founders Edition after one update; the serial number is no real one.
dgx_release() {
    cat <<X
DGX_NAME="DGX Spark"
DGX_PRETTY_NAME="NVIDIA DGX Spark"
DGX_SWBUILD_DATE="2025-09-10-13-50-03"
DGX_SWBUILD_VERSION="7.2.3"
DGX_COMMIT_ID="833b4a7"
DGX_PLATFORM="DGX Server for KVM"
DGX_SERIAL_NUMBER="LAB$(printf %09d "$1")"
DGX_OTA_VERSION="7.3.1"
DGX_OTA_DATE="Mon Nov 17 09:30:00 UTC 2025"
X
}

# The computer of the person: this machine's own root, wired to the management LAN only. It offers no ssh.
make_laptop() {
    local dir=$lab_state/hosts/laptop upper=$lab_state/hosts/laptop/upper
    mkdir -p "$upper/etc/netplan" "$upper/etc/avahi/services" "$dir/work" "$dir/root"
    echo laptop > "$upper/etc/hostname"
    printf '127.0.0.1\tlocalhost laptop\n::1\tlocalhost\n' > "$upper/etc/hosts"
    printf '%032x\n' $((0x5affff)) > "$upper/etc/machine-id"
    printf '      addresses: [%s/24]\n' "$(management_address laptop)" > "$upper/etc/netplan/01-lab-mgmt.yaml"
    mknod "$upper/etc/avahi/services/ssh.service" c 0 0 # hides this machine's own, if it has one
    printf '[server]\nuse-ipv4=yes\nuse-ipv6=yes\ndeny-interfaces=lo\n[publish]\npublish-workstation=no\npublish-hinfo=no\n' \
        > "$upper/etc/avahi/avahi-daemon.conf"
}

# The mounts of one host, in the host's own mount namespace, before its first process runs.
mount_host() { # name
    local name=$1 dir=$lab_state/hosts/$1 root=$lab_state/hosts/$1/root lower n
    if [ "$name" = laptop ]; then lower=$LAB_LAPTOP_ROOT; else lower=$lab_state/base:$LAB_ROOT; fi
    mount -t overlay overlay -o "lowerdir=$lower,upperdir=$dir/upper,workdir=$dir/work" "$root"
    mount -t proc proc "$root/proc"
    mount -t sysfs sysfs "$root/sys"
    [ "$name" = laptop ] || mount_classes "$root"
    # a new one at each boot, as on a real machine
    cat /proc/sys/kernel/random/uuid > "$dir/boot_id"
    mount --bind "$dir/boot_id" "$root/proc/sys/kernel/random/boot_id"
    mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup" 2>/dev/null || true
    mount -t tmpfs -o mode=755,size=64m tmpfs "$root/run"
    mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    mount -t tmpfs -o mode=755,size=1m tmpfs "$root/dev"
    for n in null zero full random urandom tty; do touch "$root/dev/$n"; mount --bind "/dev/$n" "$root/dev/$n"; done
    mkdir -p "$root/dev/pts" "$root/dev/shm" "$root/dev/mqueue"
    mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
    ln -s pts/ptmx "$root/dev/ptmx"
    ln -s /proc/self/fd "$root/dev/fd"
    for n in stdin:0 stdout:1 stderr:2; do ln -s "fd/${n#*:}" "$root/dev/${n%:*}"; done
    if [ "$lower" = / ]; then
        # the homes of this machine's own people are none of the lab's business
        mount -t tmpfs -o mode=755 tmpfs "$root/home"
        mount -t tmpfs -o mode=700 tmpfs "$root/root"
    fi
    [ "$name" != laptop ] || mount_binds "$root"
}

# A kernel without RDMA shows no /sys/class/infiniband. A tmpfs with every class bound back in makes room for one, which
# lab-roce fills. dmi is left out: it would describe the machine that the lab runs on.
mount_classes() {
    local root=$1 stage=$lab_state/classes c name
    mkdir -p "$stage"
    mount -t tmpfs -o mode=755,size=4m tmpfs "$stage"
    for c in "$root"/sys/class/*/; do
        name=$(basename "$c")
        case $name in infiniband | dmi) continue ;; esac
        [ "$name" = net ] || [ -n "$(ls -A "$c")" ] || continue
        mkdir "$stage/$name"
        mount --bind "$c" "$stage/$name"
    done
    mkdir "$stage/infiniband"
    mount --move "$stage" "$root/sys/class"
}

# The checkout and the build folders, at the same paths as outside, so that what was built here runs there.
mount_binds() {
    local root=$1 folder list
    IFS=: read -r -a list <<<"$LAB_BIND"
    for folder in "${list[@]}"; do
        [ -d "$folder" ] || { echo "lab: no folder $folder (LAB_BIND)" >&2; continue; }
        mkdir -p "$root$folder"
        mount --rbind "$folder" "$root$folder"
    done
}
