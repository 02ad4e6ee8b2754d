// SPDX-License-Identifier: GPL-3.0-or-later
// procsearch - looks for words in the command line and the environment of every process that this machine shows, again
// and again until SIGTERM. The words come from standard input, one a line, so that they stand in no command line here
// either. Prints "ready", then "found NUMBER in cmdline|environ of PID (NAME)" once for each word, place and process,
// and at the end "rounds N processes N": how often it looked, and how many processes it saw in all.
#include <array>
#include <cctype>
#include <csignal>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <iostream>
#include <set>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

volatile std::sig_atomic_t g_over = 0;

// At most 1 MiB; nothing where the process ended meanwhile.
void readInto(const std::string &path, std::string &text)
{
    text.clear();
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    std::array<char, 16384> buffer;
    for (ssize_t got = 0; text.size() < 1024 * 1024 && (got = read(file, buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(got));
    close(file);
}

class Search {
public:
    explicit Search(std::vector<std::string> words) : m_words(std::move(words)) {}

    void round()
    {
        DIR *folder = opendir("/proc");
        if (!folder)
            return;
        while (const dirent *entry = readdir(folder))
            if (std::isdigit(static_cast<unsigned char>(entry->d_name[0])))
                look(entry->d_name);
        closedir(folder);
        ++m_rounds;
    }
    void printCounts() const { std::cout << "rounds " << m_rounds << " processes " << m_seen.size() << std::endl; }

private:
    void look(const std::string &pid)
    {
        m_seen.insert(pid);
        for (const char *place : {"cmdline", "environ"}) {
            readInto("/proc/" + pid + '/' + place, m_text);
            for (std::size_t i = 0; i < m_words.size(); ++i)
                if (m_text.find(m_words[i]) != std::string::npos)
                    tell(i, place, pid);
        }
    }
    void tell(std::size_t word, const char *place, const std::string &pid)
    {
        if (!m_told.insert(std::to_string(word) + place + pid).second)
            return;
        readInto("/proc/" + pid + "/comm", m_text);
        std::cout << "found " << word + 1 << " in " << place << " of " << pid << " ("
                  << m_text.substr(0, m_text.find('\n')) << ")" << std::endl;
    }

    const std::vector<std::string> m_words;
    std::set<std::string> m_seen, m_told;
    std::string m_text;
    unsigned long m_rounds = 0;
};

} // namespace

int main()
{
    std::vector<std::string> words;
    for (std::string line; std::getline(std::cin, line);)
        if (!line.empty())
            words.push_back(line);
    if (words.empty())
        return 2;
    std::signal(SIGTERM, [](int) { g_over = 1; });
    Search search(words);
    std::cout << "ready" << std::endl;
    while (!g_over)
        search.round();
    search.printCounts();
    return 0;
}
