/*
 * How light a colour is to the eye, in integers.
 */
#ifndef GONGBAO_PAGE_COLOR_H
#define GONGBAO_PAGE_COLOR_H

#include <stdint.h>

#include "page/page.h"

/* An sRGB component's share of light, in millionths: within 0.003 of it. */
int64_t color_linear(uint8_t component);

/* Relative luminance (WCAG 2): 0 is black, 1000000 white. */
int64_t color_luminance(struct page_color color);

/* Contrast ratio (WCAG 2) in hundredths: 100 to 2100. */
int color_contrast(struct page_color a, struct page_color b);

/* The color on white paper where only so many percent of it is covered. */
struct page_color color_tint(struct page_color color, int percent);

#endif
