/**
 * Promises: whether times and fees can be kept to.
 *
 * Durations nobody can count, steps that take longer than the whole, prices
 * the citizen cannot know. The values were read by value/; here they are judged.
 */
#pragma once
#include "audit/finding.h"

void promises_audit_service(const Audit *audit, const Service *service);
/** The deadlines and steps of a chapter on complaints. */
void promises_audit_complaint(const Audit *audit, const Complaint *complaint);
