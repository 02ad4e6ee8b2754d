// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>

#include <vector>

namespace sparkloom::widgets {

// As many cards in a column as there are values. Cards that are there stay, so that the focus does.
template <typename Card>
class CardList {
public:
    explicit CardList(QVBoxLayout *column) : m_column(column) {}

    // made(card, number) is called once for every new card.
    template <typename Made>
    void resize(std::size_t count, Made made)
    {
        while (m_cards.size() > count) {
            m_cards.back()->hide();
            m_cards.back()->deleteLater();
            m_cards.pop_back();
        }
        while (m_cards.size() < count) {
            auto *card = new Card(m_column->parentWidget()); // styled once, as what it is part of
            m_column->insertWidget(static_cast<int>(m_cards.size()), card);
            made(card, m_cards.size());
            m_cards.push_back(card);
        }
    }

    Card *operator[](std::size_t number) const { return m_cards[number]; }
    bool empty() const { return m_cards.empty(); }
    std::size_t size() const { return m_cards.size(); }
    Card *front() const { return m_cards.front(); }

private:
    QVBoxLayout *m_column;
    std::vector<Card *> m_cards;
};

} // namespace sparkloom::widgets
