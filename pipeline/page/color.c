/*
 * Luminance and contrast.
 */
#include "page/color.h"

#include <glib.h>

#define MILLION INT64_C(1000000)

/* A cubic through the sRGB curve: v (0.305306 v^2 + 0.682171 v + 0.012523). */
int64_t color_linear(uint8_t component)
{
    int64_t v = component * MILLION / 255;
    int64_t sum = 305306 * v / MILLION + 682171;

    return v * (sum * v / MILLION + 12523) / MILLION;
}

int64_t color_luminance(struct page_color color)
{
    return (2126 * color_linear(color.red) + 7152 * color_linear(color.green) +
               722 * color_linear(color.blue)) /
           10000;
}

int color_contrast(struct page_color a, struct page_color b)
{
    int64_t first = color_luminance(a) + MILLION / 20;
    int64_t second = color_luminance(b) + MILLION / 20;

    return (int)(100 * MAX(first, second) / MIN(first, second));
}

static uint8_t lighten(uint8_t component, int percent)
{
    return (uint8_t)(255 - (255 - component) * percent / 100);
}

struct page_color color_tint(struct page_color color, int percent)
{
    return (struct page_color){lighten(color.red, percent),
        lighten(color.green, percent), lighten(color.blue, percent)};
}
