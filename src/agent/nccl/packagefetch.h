// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"
#include "agent/nccl/keptlibrary.h"
#include "agent/programhost.h"

#include <chrono>

namespace sparkloom::agent {

// What a program said, once it ended. exitCode 127: there is none; 125: it said too much; else its own.
struct ProgramResult {
    int exitCode = -1;
    std::vector<std::string> lines; // of stdout
    std::string errors;
    std::string output() const;
};

// One request about NCCL's package, from its start to its answer: programs of the distribution, one after the other, as
// the user who runs the agent. Destroying it ends whatever runs.
class PackageRun {
public:
    // over: called from the loop, once, when the answer was sent; it destroys this.
    PackageRun(System &system, ProgramHost &programs, Reply reply, std::function<void()> over);
    virtual ~PackageRun();
    PackageRun(const PackageRun &) = delete;
    PackageRun &operator=(const PackageRun &) = delete;

    virtual base::Result<void> begin() = 0;
    virtual bool keeps() const { return false; } // it lays something down
    const Reply &reply() const { return m_reply; }

protected:
    // Runs it to its end, then goes on with what it said; one that takes longer ends the request.
    base::Result<void> run(
        ProgramCall call, std::chrono::milliseconds patience, std::function<void(const ProgramResult &)> then);
    void later(std::chrono::milliseconds delay, std::function<void()> what); // the last one counts
    void done(std::string_view body = "{}");
    void fail(const base::Error &error);

    System &m_system;

private:
    void ended(int exitCode, std::string errors);
    void finish();

    ProgramHost &m_programs;
    const Reply m_reply;
    std::function<void()> m_over;
    std::unique_ptr<ProgramHost::Child> m_child;
    ProgramResult m_said;
    std::function<void(const ProgramResult &)> m_then;
    Loop::TimerId m_deadline = 0;
    Loop::TimerId m_later = 0;
};

// nccl-offer: what apt would take, from where, how large.
class PackageLook : public PackageRun {
public:
    using PackageRun::PackageRun;
    base::Result<void> begin() override;

private:
    protocol::NcclPackage m_found;
};

// nccl-fetch: that very version, checked by apt, unpacked by dpkg-deb without its scripts, its library kept.
class PackageFetch : public PackageRun {
public:
    PackageFetch(System &system, ProgramHost &programs, Reply reply, std::function<void()> over, KeptLibrary &kept,
        protocol::NcclPackage wanted);
    ~PackageFetch() override; // takes back what is not finished

    base::Result<void> begin() override;
    bool keeps() const override { return true; }

private:
    void watch();
    void say(double part);
    std::string packageFile(); // empty: there is none, not one alone, or one of another size
    void fetched(const ProgramResult &result);
    void listed(const ProgramResult &result);
    void unpacked(const ProgramResult &result);
    void keepPiece();

    KeptLibrary &m_kept;
    const protocol::NcclPackage m_wanted;
    std::string m_file;    // the package
    std::string m_library; // in it, unpacked
    protocol::NcclReceipt m_receipt;
    int m_said = -1; // percent
};

} // namespace sparkloom::agent
