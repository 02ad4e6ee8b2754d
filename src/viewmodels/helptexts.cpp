// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/helptexts.h"

#include <QCoreApplication>

namespace sparkloom::viewmodels {

namespace {

class Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

HelpText startHelp()
{
    return {Help::tr("Start: which Sparks, or practice"),
        Help::tr("Here you begin with new Sparks, open a cluster of before, or practise with virtual Sparks. Practice "
                 "runs on this computer alone: nothing real is touched, and nothing is remembered."),
        Help::tr("Sparks that announce themselves appear by themselves. A name or an address always works, too."),
        {{Help::tr("No Spark appears."),
             Help::tr("A Spark announces itself about a minute after it was switched on. Guest Wi-Fi and routers "
                      "between you and it keep announcements away: type its address then.")},
            {Help::tr("A cluster says \"interrupted\"."),
                Help::tr("A change of it did not end. Open it: you are asked whether to finish it or take it back.")}}};
}

HelpText findHelp()
{
    return {Help::tr("Find: which machines belong together"),
        Help::tr("Choose the Sparks that are to work as one. Looking connects to nothing and changes nothing."),
        Help::tr("Two or more are needed. Other machines with SSH are listed apart; a Spark with a name of its own may "
                 "be among them."),
        {{Help::tr("A Spark is missing."),
             Help::tr("Type its name, like spark-1a2b.local, or the address that your router gave it.")},
            {Help::tr("A Spark has -2 behind its name."),
                Help::tr("Two machines have the same name on this network. That is no obstacle: its host key tells "
                         "them apart.")},
            {Help::tr("One more Spark is to join a cluster that is set up."),
                Help::tr("Choose it here as well, then go on as before: sign in, plug, review, apply. The others keep "
                         "their addresses where they can.")},
            {Help::tr("A Spark is to leave the cluster, or is broken."),
                Help::tr("Untick it. You are asked how it leaves, and see the plan before anything is changed.")},
            {Help::tr("Another computer set the cluster up."),
                Help::tr("Choose its Sparks and sign in. Their records are recognised, and taking the cluster over is "
                         "offered.")}}};
}

HelpText signInHelp()
{
    return {Help::tr("Sign in: once for every Spark"),
        Help::tr("You sign in with your user on the Spark. Sparkloom then puts a key of its own there, so that no "
                 "password is asked for again. No password is ever stored."),
        Help::tr("Compare the fingerprints with what the Spark itself shows when you are unsure: on its screen, run "
                 "ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub"),
        {{Help::tr("The password is not accepted."),
             Help::tr("It is the one of the user on the Spark, not that of this computer. Each Spark may have another: "
                      "untick \"same on all\".")},
            {Help::tr("A Spark shows another host key than before."),
                Help::tr("It was reinstalled, or another machine has its address. Sparkloom does not go on before you "
                         "say which.")}}};
}

HelpText topologyHelp()
{
    return {Help::tr("Topology: how they are joined"),
        Help::tr("What is possible with these Sparks, what it gives, and which cables it takes. What is cabled already "
                 "is offered first."),
        Help::tr("Every cable has two lanes, one for each half of a socket; together they are 200 Gb/s. You may come "
                 "back and choose another form at any time before Apply."),
        {{Help::tr("My cables are not in the list."),
            Help::tr("Other cables may work. Those listed are known to: QSFP56 or QSFP112, 200 Gb/s, and no longer "
                     "than needed.")}}};
}

HelpText cableHelp()
{
    return {Help::tr("Cable: which plug goes where"),
        Help::tr("One instruction at a time. The socket that is meant pulses on the drawing, which shows the Sparks "
                 "from behind. Each plug is confirmed as soon as the Spark feels it."),
        Help::tr("Hold the plug with the pull tab up, and push until it clicks. The first plug wakes the network card; "
                 "that takes about six seconds. \"Which cable is this?\" tells it when you pull any plug. \"Blink this "
                 "socket\" lets a light at the socket blink."),
        {{Help::tr("Only one lane comes up."),
             Help::tr("Push the plug in until it clicks. If it stays like this, try the plug in the other socket, then "
                      "another cable.")},
            {Help::tr("A plug is in another socket than asked for."),
                Help::tr("You are told which plug to move where. Where it is just as good, you may keep it like "
                         "this.")},
            {Help::tr("It is not found out where a cable leads."),
                Help::tr(
                    "The Sparks ask each other over the cables. Where that tells nothing, \"Look closer\" reads the "
                    "plugs and sends frames; it needs sudo, and changes nothing.")}}};
}

HelpText reviewHelp()
{
    return {Help::tr("Review: what will change, before anything does"),
        Help::tr("Every change on every Spark, with its reason, the lines that change, the same by hand, and how it "
                 "is taken back. Nothing happens before you press Apply."),
        Help::tr("Under \"Addresses and names\" you may choose other addresses, and whether the Sparks and this "
                 "computer know each other by name. \"Export the plan\" saves it, also for a colleague."),
        {{Help::tr("Files of somebody else are listed."),
             Help::tr("They configure the same sockets. They are set aside, byte for byte, and come back with Undo.")},
            {Help::tr("The network collides."),
                Help::tr("A Spark or this computer uses the same addresses elsewhere, often for a VPN. Choose another "
                         "network, or leave the field empty.")}}};
}

HelpText applyHelp()
{
    return {Help::tr("Apply: all of it, or nothing"),
        Help::tr("The changes are tried out on all Sparks first, and proven. Only then are they made to last. If "
                 "anything fails, or this computer loses the Sparks, each of them goes back by itself."),
        Help::tr("The countdown is the time after which a Spark goes back when it hears nothing. You may cancel until "
                 "it is made final."),
        {{Help::tr("It was rolled back."),
             Help::tr("The reason stands at the step that failed. Everything is as it was; mend the cause, and go back "
                      "to Review.")},
            {Help::tr("This computer was switched off in the middle."),
                Help::tr("Open the cluster again: you are asked whether to finish the change or take it back.")}}};
}

HelpText proveHelp()
{
    return {Help::tr("Prove: that it works, half by half"),
        Help::tr("Every half is asked from every Spark it is joined to: is the address there, do large packets get "
                 "through, do they take the right lane, does sign-in work. Then the speed can be measured, which loads "
                 "the cables for half a minute."),
        Help::tr("At the end you get the environment for NCCL and other jobs, to copy. Undo takes the last "
                 "set-up back."),
        {{Help::tr("A check failed."),
             Help::tr(
                 "It says at which half, and what to do. Look at the cable of that half first; then prove again.")},
            {Help::tr("Something was not tested."),
                Help::tr("It says why. What was not tested is not counted as "
                         "good.")}}};
}

HelpText interruptedHelp()
{
    return {Help::tr("Interrupted: finish it, or take it back"),
        Help::tr("A change was under way when Sparkloom ended. Both ways are safe, and nothing is chosen for you."),
        Help::tr("Finish where the change was wanted. Take it back where you are unsure: you can set it up anew."),
        {{Help::tr("A Spark cannot be reached."),
            Help::tr("Switch it on and wait a minute. What it tried out and did not keep, it took back by "
                     "itself.")}}};
}

HelpText liveHelp()
{
    return {Help::tr("Live: what the cables carry now"),
        Help::tr("What travels over every cable and every lane at this moment, read from the counters of the hardware. "
                 "They count RDMA, too, which most monitors do not see."),
        Help::tr(
            "Load is drawn relative to what a lane can really carry. Both directions are shown, never their mean."),
        {{Help::tr("A job runs, and nothing moves."),
             Help::tr("It may use another network. Give it the environment that the page Prove has for it.")},
            {Help::tr("One lane carries it all."),
                Help::tr("The job uses one half of the socket, and gets half the speed. Its environment has to name "
                         "both.")}}};
}

HelpText testsHelp()
{
    return {Help::tr("Tests: as fast as they should be"),
        Help::tr("The ladder goes from the link to NCCL and stops at the first rung that fails. TCP, RDMA and NCCL can "
                 "also be measured alone, on the cables that you choose."),
        Help::tr("A figure counts only when the bytes really crossed the cable. Beside it stands the band in which it "
                 "should lie, and why. Do not test while a job needs the cables."),
        {{Help::tr("A figure is invalid."),
             Help::tr("Job and cable disagree: the traffic took another way, or somebody else used the cable. Stop the "
                      "other job and measure again.")},
            {Help::tr("NCCL is not tested."),
                Help::tr("It says what is missing on which Spark. RDMA proves the cables without it.")}}};
}

} // namespace

HelpText helpFor(Step step)
{
    switch (step) {
    case Step::Start: return startHelp();
    case Step::Find: return findHelp();
    case Step::SignIn: return signInHelp();
    case Step::Topology: return topologyHelp();
    case Step::Cable: return cableHelp();
    case Step::Review: return reviewHelp();
    case Step::Apply: return applyHelp();
    case Step::Prove: return proveHelp();
    case Step::Interrupted: return interruptedHelp();
    case Step::Live: return liveHelp();
    case Step::Tests: return testsHelp();
    default: break;
    }
    return {Help::tr("Keys and windows"), Help::tr("What works on every page."), {}, {}};
}

std::vector<HelpText::Trouble> helpKeys()
{
    return {{Help::tr("F1"), Help::tr("this help, and back")},
        {Help::tr("Tab, Shift+Tab"), Help::tr("from one control to the next")},
        {Help::tr("Alt+Left"), Help::tr("one page back")},
        {Help::tr("Ctrl+N"), Help::tr("another window, for another cluster")},
        {Help::tr("Esc"), Help::tr("back from Help, Log, Settings and About")},
        {Help::tr("On the map: arrows, Enter"), Help::tr("along the cables, details")},
        {Help::tr("On the map: +, -, 0"), Help::tr("closer, farther, all of it; also Ctrl and the mouse wheel")},
        {Help::tr("On the map: P, Delete"), Help::tr("for virtual Sparks: plug the next cable, pull the chosen one")},
        {Help::tr("On the map: Space"), Help::tr("on the page Tests: choose the cable")}};
}

} // namespace sparkloom::viewmodels
