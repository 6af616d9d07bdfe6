package io.weft.sandbox.creatio;

import io.weft.sandbox.Table;
import io.weft.sandbox.World;

/** The sets of the product catalogue and of stock. */
final class CatalogueShapes {
  private CatalogueShapes() {}

  static void create(World world) {
    world.add(Shape.lookupSet("Unit").text(50, "ShortName").indexed("ShortName").table());
    world.add(Shape.lookupSet("Tax").decimals(2, "Percent").table());
    world.add(product());
    world.add(productPrice());
    world.add(productUnit());
    world.add(stockBalance());
  }

  private static Table product() {
    Shape shape = Shape.of("Product").text(250, "Name").text(50, "Code").lookup("Unit", "Unit");
    shape.lookup("Currency", "Currency").decimals(2, "Price").lookup("Tax", "Tax");
    shape.text(250, "URL").lookup("Type", "ProductType").flags("Active");
    shape.lookup("Owner", "Contact").text(0, "Description", "Notes");
    shape.lookup("ProductSource", "ProductSource").flags("IsArchive").guids("PictureId");
    shape.text(250, "ShortDescription").text(0, "Benefits").lookup("Category", "ProductCategory");
    shape.lookup("TradeMark", "TradeMark").text(0, "GeneralConditions");
    shape.text(50, "UsrD365ItemNumber");
    return shape.indexed("Name", "Code", "UsrD365ItemNumber").table();
  }

  private static Table productPrice() {
    Shape shape = Shape.of("ProductPrice").lookup("Product", "Product");
    shape.lookup("PriceList", "Pricelist").lookup("Currency", "Currency").lookup("Tax", "Tax");
    return shape.decimals(2, "Price").table();
  }

  private static Table productUnit() {
    Shape shape = Shape.of("ProductUnit").lookup("Product", "Product").lookup("Unit", "Unit");
    return shape.flags("IsBase").decimals(3, "NumberOfBaseUnits").table();
  }

  private static Table stockBalance() {
    Shape shape = Shape.of("ProductStockBalance").lookup("Product", "Product");
    shape.lookup("Warehouse", "Warehouse");
    return shape.decimals(3, "TotalQuantity", "ReserveQuantity", "AvailableQuantity").table();
  }
}
