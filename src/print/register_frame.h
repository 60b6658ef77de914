#pragma once
#include <cstddef>

#include "draw/fonts.h"
#include "model/handover_register.h"
#include "print/page_part.h"

namespace pehchan {

/// What opens a booth's first page: the title, the job, and the booth with its place and number of cards.
PagePart register_title(const FontSet& fonts, const HandoverRegister& job, const RegisterBooth& booth);

/// What opens its other pages: the same in one line.
PagePart register_title_again(const FontSet& fonts, const RegisterBooth& booth);

/// Lines for who handed the cards over: name, signature, date.
PagePart register_closing(const FontSet& fonts);

/// Job, booth and page of this booth, each from 1.
PagePart register_foot(const FontSet& fonts, const HandoverRegister& job, const RegisterBooth& booth, std::size_t page,
                       std::size_t pages);

}  // namespace pehchan
