@org.jspecify.annotations.NullMarked
package city.tongban;
