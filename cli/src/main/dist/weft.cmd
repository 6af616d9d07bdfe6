@echo off
rem Runs weft. Needs Java 17 or newer: JAVA_HOME, or java on the PATH. WEFT_JAVA_OPTS adds options.
setlocal
set "WEFT_HOME=%~dp0"
if not exist "%WEFT_HOME%weft.jar" set "WEFT_HOME=%~dp0..\"
if not exist "%WEFT_HOME%weft.jar" (
  echo weft: weft.jar is not beside this script: build it with mvnw package, or unpack it again. 1>&2
  exit /b 1
)
set "WEFT_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "WEFT_JAVA=%JAVA_HOME%\bin\java.exe"
"%WEFT_JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo weft: no Java found: install Java 17 or newer, or set JAVA_HOME to it. 1>&2
  exit /b 1
)
set "WEFT_FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m"
rem An option that only Java 24 and newer know; it silences a warning of a library.
"%WEFT_JAVA%" --sun-misc-unsafe-memory-access=allow -version >nul 2>&1
if not errorlevel 1 set "WEFT_FLAGS=%WEFT_FLAGS% --sun-misc-unsafe-memory-access=allow"
"%WEFT_JAVA%" %WEFT_FLAGS% %WEFT_JAVA_OPTS% -jar "%WEFT_HOME%weft.jar" %*
exit /b %ERRORLEVEL%
