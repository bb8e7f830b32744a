/**
 * What a report shows, reduced from the runs of an experiment until it fits into memory and on a page: sections (an objective
 * each), in them settings (a method at a learning rate), of which the runs differ in their seed only. Start at
 * {@link org.momo4j.lab.page.data.Report}.
 */
@NullMarked
package org.momo4j.lab.page.data;

import org.jspecify.annotations.NullMarked;
