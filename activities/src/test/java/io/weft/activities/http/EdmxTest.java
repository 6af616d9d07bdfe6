package io.weft.activities.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdmxTest {
  private static final String MODEL =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
        <edmx:DataServices>
          <Schema Namespace="Terrasoft" xmlns="http://docs.oasis-open.org/odata/ns/edm">
            <EntityType Name="Base"><Key><PropertyRef Name="Id"/></Key>
              <Property Name="Id" Type="Edm.Guid" Nullable="false"/>
            </EntityType>
            <EntityType Name="Account" BaseType="Terrasoft.Base">
              <Property Name="Name" Type="Edm.String" MaxLength="250"/>
              <Property Name="Notes" Type="Edm.String" MaxLength="max"/>
              <Property Name="OwnerId" Type="Edm.Guid"/>
              <NavigationProperty Name="Owner" Type="Terrasoft.Contact"/>
            </EntityType>
            <EnumType Name="NoYes"><Member Name="No" Value="0"/></EnumType>
            <ComplexType Name="Point"><Property Name="X" Type="Edm.Decimal"/></ComplexType>
            <EntityContainer Name="Container">
              <EntitySet Name="Account" EntityType="Terrasoft.Account"/>
            </EntityContainer>
          </Schema>
        </edmx:DataServices>
      </edmx:Edmx>
      """;

  @Test
  void readsSetsColumnsAndNavigations() throws Exception {
    Metadata metadata = Edmx.parse(MODEL);

    Metadata.EntitySet account = metadata.set("Account").orElseThrow();
    assertThat(metadata.sets()).containsOnlyKeys("Account");
    assertThat(account.key()).containsExactly("Id");
    assertThat(account.columns().keySet())
        .containsExactlyInAnyOrder("Id", "Name", "Notes", "OwnerId");
    assertThat(account.columns().get("Name").maxLength()).isEqualTo(250);
    assertThat(account.columns().get("Notes").maxLength()).isNull();
    assertThat(account.navigations()).containsExactly("Owner");
    assertThat(metadata.has("Account", "OwnerId")).isTrue();
    assertThat(metadata.has("Account", "ownerid")).isFalse();
    assertThat(metadata.has("Contact", "Id")).isFalse();
  }
}
