/*
 * The version of all programs, as --version and the records in reports have it.
 */
#ifndef GONGBAO_BASE_VERSION_H
#define GONGBAO_BASE_VERSION_H

#define GONGBAO_VERSION "0.1.0"

#endif
