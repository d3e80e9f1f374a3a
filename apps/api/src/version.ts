/** Version of the product, as the API and the command line name it. */
export const VERSION = '0.1.0';
