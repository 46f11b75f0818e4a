using FastApiStyle;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FastApiService.Data.Migrations;

/// <summary>The tables in which jobs wait. No entity of the service is in them.</summary>
[DbContext(typeof(AppDbContext))]
[Migration("20260101000001_Jobs")]
public sealed class Jobs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateJobTables();

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropJobTables();
}
