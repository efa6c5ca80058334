/** What a printed list shows before it points to the JSON export, which holds all of it. */
export const objectsShown = 50;
export const observationsShown = 30;
export const targetsShown = 100;
export const evidenceShown = 300;
/** Characters of one printed value, and of a remark beside it. */
export const valueShown = 500;
export const remarkShown = 300;
/** Lines of each part of the roadmap, for management and for everybody else, and of the remediation plan. */
export const roadmapShownToManagement = 6;
export const roadmapShown = 40;
export const planShown = 200;
/** Names of checks without an answer, of each group, for management. */
export const namesShownToManagement = 8;
/** Findings named behind one task of the roadmap, for management. */
export const reasonsShownToManagement = 3;
