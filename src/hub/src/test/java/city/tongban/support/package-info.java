/** What the tests of every module share; knows no module. */
package city.tongban.support;
